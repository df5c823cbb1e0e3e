package workflow

import (
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// CalendarMedia is what a calendar is sent as.
const CalendarMedia = "text/calendar; charset=utf-8"

// CalendarName is what the file with one date is called.
const CalendarName = "reply-by.ics"

// A reminded time is when a calendar calls, counted from the beginning of the
// day, and what it says.
var reminded = []struct{ trigger, words string }{
	{"-P1DT15H", "due the day after tomorrow"}, // at nine in the morning, two days before
	{"PT9H", "due today"},
}

// calendar is days as iCalendar has them, in the order given. The same days are
// the same bytes.
func (w *Workflow) calendar(name string, days ...calendarDay) []byte {
	cal := ics.NewCalendarFor("ahq")
	cal.SetProductId("-//ahq//EMN Ad-Hoc Queries//EN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetCalscale("GREGORIAN")
	cal.SetName(oneLine(name))
	cal.SetRefreshInterval(refreshed)
	cal.SetXPublishedTTL(refreshed)
	for _, d := range days {
		cal.AddVEvent(d.event(strings.TrimSuffix(w.URL, "/")))
	}
	return []byte(cal.Serialize(ics.WithNewLine("\r\n")))
}

// refreshed is how often calendars are asked to look again.
const refreshed = "PT1H"

// event is a whole day, which leaves people free: no clock moves it to another
// day wherever it is read.
func (d calendarDay) event(site string) *ics.VEvent {
	e := ics.NewEvent(d.uid())
	e.SetSequence(d.sequence)
	e.SetDtStampTime(d.at)
	e.SetModifiedAt(d.at)
	e.SetProperty(ics.ComponentPropertyDtStart, compactDay(d.day), ics.WithValue(string(ics.ValueDataTypeDate)))
	e.SetProperty(ics.ComponentPropertyDtEnd, compactDay(dayAfter(d.day)), ics.WithValue(string(ics.ValueDataTypeDate)))
	e.SetSummary(oneLine(d.summary()))
	e.SetDescription(d.description() + "\n" + site + d.path())
	e.SetURL(site + d.path())
	e.SetStatus(d.status())
	e.SetTimeTransparency(ics.TransparencyTransparent)
	if d.stands() == isDue {
		for _, r := range reminded {
			alarm := e.AddAlarm()
			alarm.SetAction(ics.ActionDisplay)
			alarm.SetTrigger(r.trigger)
			alarm.SetDescription(oneLine("AHQ " + reference(d.ahq) + ": " + r.words))
		}
	}
	return e
}

// compactDay is a day as iCalendar writes it: "20170123".
func compactDay(day string) string { return strings.ReplaceAll(day, "-", "") }

// dayAfter a day: an event ends where the next day begins.
func dayAfter(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return d.AddDate(0, 0, 1).Format(time.DateOnly)
}

// oneLine is a text without signs that no calendar shows.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
