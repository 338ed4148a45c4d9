"""`python -m srt_tui` is `srt`."""

from srt_tui.cli.main import main

raise SystemExit(main())
