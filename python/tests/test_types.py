"""What a type checker says of calls; it is checked, and run nowhere."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, assert_type

    import pyarrow
    import xwalk

    assert_type(xwalk.gap("a.yaml"), list[dict[str, Any]])
    assert_type(xwalk.gap("a.yaml", "x:1", action=["build"], arrow=True), pyarrow.Table)
    assert_type(xwalk.Standards("folder", max_hops=2).coverage("a.yaml", by="pdca"), list[dict[str, Any]])
    assert_type(xwalk.document("list", format="csv"), bytes)
    assert_type(xwalk.ask("list"), dict[str, Any])
