"""A short way to write shader nodes."""

# SPDX-License-Identifier: GPL-3.0-or-later

from typing import Any

import bpy

from kit.shapes import Thing


def linear(colour: str, alpha: float = 1.0) -> tuple[float, float, float, float]:
    """A #RRGGBB colour as the renderer wants it."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (_linear(red), _linear(green), _linear(blue), alpha)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def shade(colour: str, by: float) -> str:
    """The colour lighter (above 1) or darker (below 1)."""
    parts = (min(255, max(0, round(int(colour[i : i + 2], 16) * by))) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


class Nodes:
    """One material's tree. Inputs may be values, other nodes' outputs, or left out."""

    def __init__(self, name: str) -> None:
        self.material: Thing = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()

    def add(self, kind: str, settings: dict[str, Any] | None = None, **inputs: Any) -> Thing:
        """A node; inputs by their shown name with underscores for blanks, or `at0` by number."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in (settings or {}).items():
            setattr(node, key, value)
        for key, value in inputs.items():
            numbered = key.startswith("at") and key[2:].isdigit()
            socket = node.inputs[int(key[2:]) if numbered else key.replace("_", " ")]
            self.put(socket, value)
        return node

    def put(self, socket: Thing, value: Any) -> None:
        """A value or another node's output into a socket."""
        if hasattr(value, "links"):
            self.tree.links.new(value, socket)
        elif isinstance(value, str):
            socket.default_value = linear(value)
        else:
            socket.default_value = value

    def place(self, scale: tuple[float, float, float] = (1, 1, 1)) -> Thing:
        """Coordinates of the object in metres, shifted at random for each object."""
        where = self.add("TexCoord")
        lot = self.add("ObjectInfo")
        shift = self.add("Math", {"operation": "MULTIPLY"}, at0=lot.outputs["Random"], at1=37.0)
        moved = self.add(
            "VectorMath", {"operation": "ADD"}, at0=where.outputs["Object"], at1=shift.outputs[0]
        )
        return self.add("Mapping", Vector=moved.outputs[0], Scale=scale).outputs[0]

    def noise(self, where: Thing, scale: float, detail: float = 4.0, rough: float = 0.55,
              warp: float = 0.0) -> Thing:  # fmt: skip
        """Grey noise about 0.5."""
        return self.add(
            "TexNoise", Vector=where, Scale=scale, Detail=detail, Roughness=rough, Distortion=warp
        ).outputs[0]

    def wave(self, height: Thing, lines: float) -> Thing:
        """Contour lines of a grey value, `lines` from 0 to 1: thin and dark with a soft side."""
        many = self.add("Math", {"operation": "MULTIPLY"}, at0=height, at1=lines).outputs[0]
        saw = self.add("Math", {"operation": "FRACT"}, at0=many).outputs[0]
        return self.add("Math", {"operation": "POWER"}, at0=saw, at1=3.0).outputs[0]

    def ramp(self, factor: Thing, *stops: tuple[float, str]) -> Thing:
        """Colours by a grey value."""
        node = self.add("ValToRGB", Fac=factor)
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position = position
            element.color = linear(colour)
        return node.outputs[0]

    def span(
        self, factor: Thing, low: float, high: float, at: tuple[float, float] = (0.3, 0.7)
    ) -> Thing:
        """A grey value stretched between two numbers."""
        return self.add(
            "MapRange", Value=factor, From_Min=at[0], From_Max=at[1], To_Min=low, To_Max=high
        ).outputs[0]

    def mix(self, factor: Any, low: Any, high: Any, how: str = "MIX") -> Thing:
        """Two colours mixed."""
        node = self.add("MixRGB", {"blend_type": how})
        for socket, value in zip(node.inputs, (factor, low, high), strict=True):
            self.put(socket, value)
        return node.outputs[0]

    def bump(
        self, height: Thing, strength: float, distance: float = 0.002, onto: Any = None
    ) -> Thing:
        """A surface raised by a grey value."""
        extra = {} if onto is None else {"Normal": onto}
        return self.add(
            "Bump", Height=height, Strength=strength, Distance=distance, **extra
        ).outputs[0]

    def done(self, **surface: Any) -> Thing:
        """The material, with a principled surface of these inputs."""
        skin = self.add("BsdfPrincipled", **surface)
        return self.end(skin.outputs[0])

    def end(self, shader: Thing) -> Thing:
        """The material, ending in this shader."""
        out = self.add("OutputMaterial")
        self.tree.links.new(shader, out.inputs[0])
        return self.material
