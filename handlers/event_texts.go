package handlers

import (
	"time"

	"ahq/models"
	"ahq/workflow"
)

// eventTexts tell what an act was, of an AHQ or a response, after the name of who
// did it.
var eventTexts = map[string]phrase{
	"open": say("event.open"), savedAct: say("event.save"), "add": say("event.add"), "duplicate": say("event.duplicate"),
	"reorder": say("event.reorder"), "delete": say("event.delete"), "restore": say("event.restore"), "resume": say("event.resume"),
	string(workflow.Respond): say("event.respond"), string(workflow.Withdraw): say("event.withdraw"),
	string(workflow.Return): say("event.return"), string(workflow.Compile): say("event.compile"),
	string(workflow.Amend): say("event.amend"), string(workflow.Decline): say("event.decline"),
	string(workflow.SkipReminder): say("event.skip_reminder"), string(workflow.PauseChase): say("event.pause_chase"),
	string(workflow.GoOn): say("event.go_on"), string(workflow.SetLadder): say("event.set_ladder"), string(workflow.Remind): say("event.remind"),
	string(workflow.EnterFor): say("event.enter_for"), string(workflow.TakeOver): say("event.take_over"),
	string(workflow.CreateAHQ): say("event.create_ahq"), string(workflow.EditAHQ): say("event.edit_ahq"),
	string(workflow.Issue): say("event.issue"), string(workflow.Correct): say("event.correct"),
	string(workflow.Close): say("event.close"), string(workflow.Reopen): say("event.reopen"), string(workflow.Cancel): say("event.cancel"),
	string(workflow.NameCompilers): say("event.name_compilers"), string(workflow.Ask): say("event.ask"),
	string(workflow.AnswerInquiry): say("event.answer_inquiry"), string(workflow.SayWhyNew): say("event.say_why_new"),
}

// eventText is what somebody did, in words.
func eventText(e models.Event) phrase {
	switch e.Act {
	case string(workflow.Submit):
		if e.Data.Late {
			return say("event.submit_late", "Number", e.Data.Number)
		}
		return say("event.submit", "Number", e.Data.Number)
	case string(workflow.Extend):
		return say("event.extend", "Day", isoDay(e.Data.Day))
	case string(workflow.Expect):
		if e.Data.Day == "" {
			return say("event.expect_none")
		}
		return say("event.expect", "Day", isoDay(e.Data.Day))
	case string(workflow.CloseOn):
		if e.Data.Day == "" {
			return say("event.close_never")
		}
		return say("event.close_on", "Day", isoDay(e.Data.Day))
	case string(workflow.StartThread):
		return say("event.start_thread", "Cell", e.Data.Subject)
	case string(workflow.Say):
		return say("event.say", "Cell", e.Data.Subject)
	case string(workflow.Settle):
		return say("event.settle", "Cell", e.Data.Subject)
	case string(workflow.LinkAHQ):
		return say("event.link_ahq", "Relation", relations[e.Data.Relation], "AHQ", e.Data.Subject)
	case string(workflow.UnlinkAHQ):
		return say("event.unlink_ahq", "AHQ", e.Data.Subject)
	case "attach":
		return say("event.attach", "File", e.Data.Subject)
	case "take":
		return say("event.take", "File", e.Data.Subject)
	case "detach":
		return say("event.detach", "File", e.Data.Subject)
	case "restore":
		switch {
		case e.Data.Cell != "" && e.Data.Record != "":
			return say("event.restore_text_in", "Number", e.Data.Of)
		case e.Data.Cell != "":
			return say("event.restore_text", "Number", e.Data.Of)
		}
	case savedAct:
		if e.Data.Record == "" && e.Data.Cell == "" {
			return say("event.save_all")
		}
	}
	if words, known := eventTexts[e.Act]; known {
		return words
	}
	return say("event.unnamed", "Act", e.Act)
}

// An eventView is an event of an AHQ in words.
type eventView struct {
	At   time.Time
	By   string
	What phrase
	Why  string
}

// eventViews are events in words, the last first.
func (d ahqDesk) eventViews(events []models.Event) []eventView {
	views := make([]eventView, len(events))
	for i, e := range events {
		views[len(events)-1-i] = eventView{At: e.At, By: e.ByName, What: d.eventText(e), Why: e.Data.Why}
	}
	return views
}

// eventText is what somebody did, and to which NCP where it was to one.
func (d ahqDesk) eventText(e models.Event) phrase {
	if e.Act == string(workflow.Extend) && e.Data.NCP != "" {
		return say("event.extend_one", "NCP", d.name(e.Data.NCP), "Day", isoDay(e.Data.Day))
	}
	return eventText(e)
}
