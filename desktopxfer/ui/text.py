"""Owns the words: how values, stages and failures are said. Translations come in here."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktopxfer.device import Address, Device, Trust
from desktopxfer.errors import (
    ConnectionLost,
    DesktopxferError,
    Paused,
    PausedThere,
    Refused,
    Stopped,
    TimedOut,
    Unreachable,
    capitalized,
    restored,
)
from desktopxfer.offer import Kind
from desktopxfer.text_safety import printable
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.texts import preview

# U+2068 and U+2069: a Hebrew name would otherwise turn the rest of its line around.
ISOLATED = "\u2068{}\u2069"
# Groups of digits: in front of a number Qt looks for letters even outside of the isolate.
FROM_LEFT = "\u2066\u200e{}\u2069"
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
LAST_TIME = 253_402_300_799.0  # the end of the year 9999, in seconds since 1970
LARGEST = 2**63 - 1  # bytes that Qt can write
LONGEST = 1000  # characters: more than any window shows, few enough to measure at once

translate = QCoreApplication.translate  # by this name lupdate finds the words


class Counts(QObject):
    """Words that change with a number. lupdate knows plural forms only from `tr` in a class."""

    def files(self, count: int) -> str:
        return self.tr("%Ln file(s)", "", count)

    def items(self, count: int) -> str:
        """Files and folders together."""
        return self.tr("%Ln item(s)", "", count)

    def name_and_more(self, count: int) -> str:
        return self.tr("{first} and %Ln more", "", count)

    def addresses_and_more(self, count: int) -> str:
        return self.tr("{addresses} and %Ln more", "", count)

    def days_ago(self, count: int) -> str:
        return self.tr("Last seen %Ln day(s) ago", "", count)

    def failed(self, count: int) -> str:
        return self.tr("%Ln failed", "", count)

    def failed_of(self, count: int) -> str:
        return self.tr("%Ln of {total} failed", "", count)

    def skipped(self, count: int) -> str:
        return self.tr("%Ln skipped", "", count)

    def sent_anew(self, count: int) -> str:
        return self.tr("%Ln file(s) had changed and were sent anew", "", count)

    def unfinished(self, count: int) -> str:
        return self.tr(
            "%Ln transfer(s) are not finished and can go on when desktopxfer is open again.",
            "",
            count,
        )

    def unanswered(self, count: int) -> str:
        return self.tr("%Ln offer(s) that you have not answered yet are cancelled.", "", count)


counts = Counts()
files, items, failed = counts.files, counts.items, counts.failed


def sentence(error: DesktopxferError) -> str:
    """What went wrong and what to do about it, fit to be shown.

    The detail stays as the system or the protocol says it.
    """
    words = translate("errors", error.sentence)
    detail = isolated(error.detail)
    if error.subject:
        return words.format(subject=isolated(error.subject), detail=detail)
    return capitalized(words.format(subject=translate("errors", error.nobody), detail=detail))


def name(text: str) -> str:
    """Any text from outside as one harmless line, to be shown alone."""
    return printable(text, LONGEST)


def isolated(text: str) -> str:
    """Any text from outside as a part of a line of ours."""
    return ISOLATED.format(name(text))


def to_copy(words: str) -> str:
    """Words of ours without the marks that only a window needs: a path is pasted as it is."""
    return words.translate(ISOLATES)


def size(count: int) -> str:
    """`4.2 GB`: decimal, as the systems' file managers and disk makers count."""
    count = min(count, LARGEST)
    if count < 1000:
        return translate("text", "{count} B").format(count=number(count))
    unit = 1000
    while count >= 999.5 * unit:  # which would be rounded to 1000
        unit *= 1000
    step, decimals = (unit, 0) if count >= 99.95 * unit else (unit // 10, 1)
    kind = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(round(count / step) * step, decimals, kind)


def speed(bytes_per_second: float) -> str:
    return translate("text", "{size}/s").format(size=size(round(bytes_per_second)))


def duration(seconds: float) -> str:
    """`12 s`, `3 min`, `2 h 5 min`: rounded to what a person plans with."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("text", "{count} s").format(count=number(max(1, whole)))
    minutes = round(whole / 60)
    if minutes < 60:
        return translate("text", "{count} min").format(count=number(minutes))
    hours, minutes = divmod(minutes, 60)
    if hours >= 100:
        return translate("text", "days")
    words = translate("text", "{hours} h {minutes} min")
    return words.format(hours=number(hours), minutes=number(minutes))


def number(count: int) -> str:
    """`8,213`, as people here write it."""
    return QLocale().toString(count)


def listed(*parts: str) -> str:
    """`307 files, 4.2 GB`, with the comma of the language's script; empty parts are left out."""
    is_arabic = QLocale().script() is QLocale.Script.ArabicScript
    return ("، " if is_arabic else ", ").join(filter(None, parts))


def summary(items: Sequence[Path | Clipping]) -> str:
    """What is about to be sent: `report.pdf`, or `report.pdf and 2 more`."""
    first = _item(items[0])
    if len(items) == 1:
        return first
    return counts.name_and_more(len(items) - 1).format(first=first)


def _item(item: Path | Clipping) -> str:
    if isinstance(item, Path):
        return name(item.name or str(item))
    return QLocale().quoteString(preview(item.text)) if item.kind is Kind.TEXT else item.name


def addresses(some: tuple[Address, ...], most: int = 3) -> str:
    """The first ones, and how many more there are."""
    shown = listed(*(isolated(str(each)) for each in some[:most]))
    if len(some) > most:
        return counts.addresses_and_more(len(some) - most).format(addresses=shown)
    return shown


def presence(device: Device) -> str:
    """Whether a device announces itself, and since when it does not."""
    if device.online:
        return translate("text", "Online")
    if not device.device_id:
        return translate("text", "Never answered yet")
    if device.last_seen <= 0:
        return translate("text", "Not seen")
    return last_seen(device.last_seen)


def last_seen(time: float) -> str:
    """`Last seen yesterday`: by days, so that it stays true while it is looked at."""
    day = QDateTime.fromSecsSinceEpoch(int(min(time, LAST_TIME))).date()
    match day.daysTo(QDate.currentDate()):
        case days if days <= 0:
            return translate("text", "Last seen today")
        case 1:
            return translate("text", "Last seen yesterday")
        case days if days < 7:
            return counts.days_ago(days)
        case _:
            date = QLocale().toString(day, QLocale.FormatType.ShortFormat)
            return translate("text", "Last seen {date}").format(date=date)


def title(transfer: Transfer) -> str:
    """What is sent, as far as that is known; a text by its beginning, once it may be seen."""
    if transfer.kind is Kind.TEXT:
        return transfer.preview or translate("text", "Text")
    return name(transfer.title) or "…"


def counterpart(transfer: Transfer) -> str:
    """`→ Desk-PC` or `← Bob`."""
    arrow = _arrow(transfer.direction)
    return f"{arrow} {isolated(transfer.peer_name)}"


def heard_counterpart(direction: Direction, peer_name: str) -> str:
    """The same for who hears it: an arrow is read out as "rightwards arrow", or not at all."""
    if direction is Direction.SENDING:
        said = translate("text", "to {name}")
    else:
        said = translate("text", "from {name}")
    return said.format(name=isolated(peer_name)) if peer_name else ""


def _arrow(direction: Direction) -> str:
    """From what comes before it in the line, or to it."""
    from_left = QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    return "→" if (direction is Direction.SENDING) is from_left else "←"


def code(digits: str) -> str:
    """The six digits in two groups, to be read out; to be shown alone.

    In a line from right to left the groups would change places: FROM_LEFT.
    """
    return f"{digits[:3]}\u2009{digits[3:]}"


def amount(transfer: Transfer) -> str:
    """How much it is about, as far as that is known: `307 files, 4.2 GB`."""
    if transfer.offer is None:
        if not transfer.scanned_entries:
            return ""
        return listed(items(transfer.scanned_entries), size(transfer.scanned_bytes))
    offer, progress = transfer.offer, transfer.progress
    if transfer.kind is Kind.TEXT:
        return translate("text", "a text, {size}").format(size=size(offer.total_bytes))
    if not offer.files:
        return items(offer.folders)
    if progress is not None and progress.total_bytes < offer.total_bytes:
        chosen = translate("text", "{chosen} of {total} offered")
        return chosen.format(chosen=size(progress.total_bytes), total=size(offer.total_bytes))
    return listed(files(offer.files), size(offer.total_bytes))


def status(transfer: Transfer) -> str:
    """The line under a transfer's title: what happens now, or how it ended."""
    return " · ".join(part for part in _status(transfer) if part)


def _status(transfer: Transfer) -> tuple[str, ...]:
    match transfer.stage:
        case Stage.QUEUED:
            waiting = translate("text", "Waiting for {name} to come online")
            return waiting.format(name=isolated(transfer.peer_name)), amount(transfer)
        case Stage.PREPARING:
            return translate("text", "Looking through the folders…"), amount(transfer)
        case Stage.CONNECTING:
            return translate("text", "Connecting…"), amount(transfer)
        case Stage.RECONNECTING if transfer.direction is Direction.RECEIVING:
            asking = translate("text", "Asking {name} to go on…")
            return (asking.format(name=isolated(transfer.peer_name)),)
        case Stage.RECONNECTING:
            return (translate("text", "Connection lost, trying again…"),)
        case Stage.WAITING:
            return _question(transfer)
        case Stage.CHECKING:
            return (translate("text", "Comparing what is there…"),)
        case Stage.MOVING:
            return _pace(transfer)
        case Stage.FINISHING:
            return (translate("text", "Making sure that everything is saved…"),)
        case Stage.INTERRUPTED:
            return (interruption(transfer),)
        case _:
            return _end(transfer)


def _question(transfer: Transfer) -> tuple[str, ...]:
    code = _code(transfer)  # first: a narrow row cuts off the end, and this has to be read
    if transfer.direction is Direction.SENDING:
        waiting = translate("text", "Waiting for {name} to accept…")
        return code, waiting.format(name=isolated(transfer.peer_name)), amount(transfer)
    if transfer.decision is not None:
        return (translate("text", "Answering…"),)
    wants = translate("text", "{name} wants to send {amount}")
    return code, wants.format(name=isolated(transfer.peer_name), amount=amount(transfer))


def _end(transfer: Transfer) -> tuple[str, ...]:
    match transfer.stage:
        case Stage.FINISHED if transfer.kind is Kind.TEXT and transfer.offer is not None:
            words = translate("text", "Text, {size}")
            return (words.format(size=size(transfer.offer.total_bytes)),)
        case Stage.FINISHED:
            took = translate("text", "{amount} in {duration}")
            words = took.format(amount=amount(transfer), duration=duration(transfer.seconds))
            return words, sent_anew(transfer)
        case _ if transfer.error is not None:
            return (sentence(transfer.error),)
        case Stage.DECLINED:
            return (translate("text", "Declined"),)
        case Stage.CANCELLED:
            return (translate("text", "Cancelled"),)
        case _:
            return (translate("text", "Failed"),)


def interruption(transfer: Transfer) -> str:
    """`Paused at 71 %`, or `Interrupted at 71 %: ` and why."""
    where = percent(transfer) if transfer.progress is not None else ""
    match transfer.error:
        case Paused():
            if not where:
                return translate("text", "Paused")
            return translate("text", "Paused at {percent}").format(percent=where)
        case PausedThere():
            by = isolated(transfer.peer_name)
            if not where:
                return translate("text", "Paused by {name}").format(name=by)
            return translate("text", "Paused by {name} at {percent}").format(name=by, percent=where)
        case _:
            if not where:
                return translate("text", "Interrupted: {why}").format(why=_why(transfer))
            words = translate("text", "Interrupted at {percent}: {why}")
            return words.format(percent=where, why=_why(transfer))


def _why(transfer: Transfer) -> str:
    """In few words what happens often; what to do about it is the row's own button."""
    match transfer.error:
        case None | Stopped():  # None: it was not even closed, it ended
            return translate("text", "desktopxfer was closed.")
        case ConnectionLost() | TimedOut():
            return translate("text", "the connection was lost.")
        case Unreachable() | Refused():
            words = translate("text", "{name} cannot be reached.")
            return words.format(name=isolated(transfer.peer_name))
        case _ if not transfer.waits_for_room:
            return sentence(transfer.error)
        case _ if transfer.direction is Direction.RECEIVING:
            return translate("text", "the disk is full. Make room, and it goes on by itself.")
        case _:
            words = translate("text", "{name} has no room for it. It goes on when there is some.")
            return words.format(name=isolated(transfer.peer_name))


def _code(transfer: Transfer) -> str:
    """Only for who has not been compared yet."""
    if not transfer.code or transfer.trust is Trust.TRUSTED:
        return ""
    said = translate("text", "Code {code}")
    return said.format(code=FROM_LEFT.format(code(transfer.code)))


def _pace(transfer: Transfer) -> tuple[str, ...]:
    progress = transfer.progress
    if progress is None:
        return (amount(transfer),)
    done = translate("text", "{done} of {total}").format(
        done=size(progress.done_bytes), total=size(progress.total_bytes)
    )
    left = progress.seconds_left
    if left is None:
        stalled = translate("text", "waiting for data")
        return done, stalled if progress.done_bytes else ""
    return (
        done,
        speed(progress.bytes_per_second),
        translate("text", "{duration} left").format(duration=duration(left)),
    )


def failures(transfer: Transfer) -> str:
    """`3 of 307 failed · 2 skipped`; empty when everything went well."""
    parts = []
    if count := len(transfer.entry_errors) or transfer.failed:
        if transfer.offer is None:  # of an earlier run
            parts.append(failed(count))
        else:
            parts.append(counts.failed_of(count).format(total=number(transfer.offer.files)))
    if transfer.skipped:
        parts.append(counts.skipped(len(transfer.skipped)))
    return " · ".join(parts)


def sent_anew(transfer: Transfer) -> str:
    """What was no use of what had arrived before an interruption; empty when all of it was."""
    count = len(transfer.restarted_entries)
    return counts.sent_anew(count) if count else ""


def percent(transfer: Transfer) -> str:
    return translate("text", "{percent} %").format(percent=number(permille(transfer) // 10))


def permille(transfer: Transfer) -> int:
    """0-1000. Never full before the end, so that 100 % means that everything is there."""
    if transfer.stage is Stage.FINISHED:
        return 1000
    if transfer.progress is None or transfer.progress.total_bytes <= 0:
        return 0
    return min(999, transfer.progress.done_bytes * 1000 // transfer.progress.total_bytes)


# The history --------------------------------------------------------------------------------------


def past_title(record: Record) -> str:
    """Of a text nothing is told: the history is kept for years."""
    return translate("text", "Text") if record.kind is Kind.TEXT else name(record.title)


def past_counterpart(record: Record) -> str:
    """`→ Desk-PC` or `← Bob`."""
    arrow = _arrow(record.direction)
    return f"{arrow} {isolated(record.peer_name)}" if record.peer_name else arrow


def past_status(record: Record) -> str:
    """When, how it ended, and how much it was."""
    amount = size(record.total_bytes) if record.files else ""
    if amount and record.kind is not Kind.TEXT:
        amount = listed(files(record.files), amount)
    return " · ".join(filter(None, (moment(record.changed), _past_result(record), amount)))


def _past_result(record: Record) -> str:
    if record.stage is Stage.FINISHED:
        if record.failed:
            return failed(record.failed)
        if record.direction is Direction.SENDING:
            return translate("text", "Sent")
        return translate("text", "Received")
    if record.stage is Stage.CANCELLED:
        return translate("text", "Cancelled")
    if record.error:
        return sentence(restored(record.error, record.subject, record.detail))
    if record.stage is Stage.DECLINED:
        return translate("text", "Declined")
    return translate("text", "Failed")


def moment(time: float) -> str:
    """`14:02`, `Yesterday 14:02`, or the date and the time."""
    when = QDateTime.fromSecsSinceEpoch(int(max(0.0, min(time, LAST_TIME))))
    clock = QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
    match when.date().daysTo(QDate.currentDate()):
        case 0:
            return translate("text", "Today {time}").format(time=clock)
        case 1:
            return translate("text", "Yesterday {time}").format(time=clock)
        case _:
            return QLocale().toString(when, QLocale.FormatType.ShortFormat)
