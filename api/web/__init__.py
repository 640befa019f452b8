"""The explorer: server-rendered pages over the same questions as the command line and the API.

Every view is an address, and works without the script; `static/explorer.js` only draws what the page
already says as a table. Titles and quotes come from documents and are escaped everywhere.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
STATIC = HERE / "static"
TEMPLATES = HERE / "templates"
