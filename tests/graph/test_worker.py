"""The child process for users' queries: it answers, fails, is killed, and comes back."""

import os
import signal
import threading
import time

import pytest

from graph.errors import QueryStopped, RefusedQuery, StoreError
from graph.worker import Worker, Workers


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


def test_it_returns_what_the_function_returns(worker):
    assert worker.call("operator:add", [1], [2], seconds=5) == [1, 2]
    assert worker.call("operator:eq", None, None, seconds=5) is True


def test_the_child_lives_on_between_calls(worker):
    assert worker.call("os:getpid", seconds=5) == worker.call("os:getpid", seconds=5) != os.getpid()


def test_our_errors_come_through(worker):
    with pytest.raises(RefusedQuery) as caught:
        worker.call("graph.sparql:form_of", "DROP ALL", seconds=5)
    assert caught.value.detail == {"position": 0}


def test_other_errors_are_named(worker):
    with pytest.raises(StoreError, match="division by zero"):
        worker.call("operator:truediv", 1, 0, seconds=5)
    assert worker.call("operator:add", 1, 1, seconds=5) == 2


def test_a_slow_call_is_killed(worker):
    worker.call("os:getpid", seconds=5)
    begun = time.monotonic()
    with pytest.raises(QueryStopped, match="time limit"):
        worker.call("time:sleep", 60, seconds=0.2)
    assert time.monotonic() - begun < 3
    assert worker.call("operator:add", 1, 1, seconds=5) == 2


def test_a_call_that_grows_is_killed():
    worker = Worker(memory=200 << 20)
    with pytest.raises(QueryStopped, match="memory limit"):
        worker.call("tests.graph.test_worker:grow", seconds=20)
    worker.close()


def grow():
    kept = []
    while True:
        kept.append(b"x" * (10 << 20))
        time.sleep(0.005)


def test_a_child_that_dies_is_replaced(worker):
    child = worker.call("os:getpid", seconds=5)
    with pytest.raises(QueryStopped):
        worker.call("os:kill", child, signal.SIGKILL, seconds=5)
    assert worker.call("os:getpid", seconds=5) != child


def test_what_a_function_prints_does_not_get_between(worker):
    worker.call("builtins:print", "noise", seconds=5)
    assert worker.call("operator:add", 1, 1, seconds=5) == 2


def test_a_slow_call_holds_up_nobody():
    workers = Workers(2)
    slow = threading.Thread(target=workers.call, args=("time:sleep", 2), kwargs={"seconds": 20})
    slow.start()
    begun = time.monotonic()
    assert workers.call("operator:add", 1, 1, seconds=20) == 2
    slow.join()
    assert begun < time.monotonic()
    workers.close()


def test_nobody_waits_forever_for_a_worker():
    workers = Workers(1)
    slow = threading.Thread(target=workers.call, args=("time:sleep", 1.5), kwargs={"seconds": 20})
    slow.start()
    time.sleep(0.1)
    with pytest.raises(QueryStopped):
        workers.call("operator:add", 1, 1, seconds=0.1)
    slow.join()
    workers.close()


def test_closing_twice_is_no_error(worker):
    worker.call("os:getpid", seconds=5)
    worker.close()
    worker.close()
