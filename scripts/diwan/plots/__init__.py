"""Plots: specifications of Vega-Lite made from plain counts, drawn as SVG when the site is built. Knows no articles."""
