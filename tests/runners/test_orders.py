from allegata.model.document import Box
from allegata.model.wire import from_json, to_json
from allegata.runners.limits import Limits
from allegata.runners.orders import Order, View


def test_an_order_comes_through_a_pipe_whole() -> None:
    view = View(3, 150, Box(1.5, 2, 3, 4))
    order = Order("show", "n.pdf", "application/pdf", Limits(), None, view)
    assert from_json(Order, to_json(order)) == order
