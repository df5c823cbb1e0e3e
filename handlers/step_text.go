package handlers

import (
	"ahq/models"
	"ahq/workflow"
)

// stepTexts are what steps are called that are no number of days away.
var stepTexts = map[models.StepID]phrase{
	workflow.StepIssued: say("step.issued"), workflow.StepReplyBy: say("step.on_the_day"), workflow.StepClosing: say("step.closing"),
	workflow.StepEdition: say("step.edition"), workflow.StepExpected: say("step.expected"), workflow.StepByHand: say("step.by_hand"),
}

// stepText is what a step is called: when it comes.
func stepText(id models.StepID) phrase {
	if words, known := stepTexts[id]; known {
		return words
	}
	switch days, counted := workflow.DaysOf(id); {
	case !counted:
		return plain(string(id))
	case days < 0:
		return many("step.before", -days)
	default:
		return many("step.after", days)
	}
}

// heldTexts say why a step is not sent.
var heldTexts = map[workflow.Held]phrase{
	workflow.HeldClosed: say("board.held_closed"), workflow.HeldAnswered: say("board.held_answered"),
	workflow.HeldDeclined: say("board.held_declined"), workflow.HeldEntered: say("board.held_entered"),
	workflow.HeldPaused: say("board.held_paused"), workflow.HeldExpected: say("board.held_expected"),
	workflow.HeldMissed: say("board.held_missed"), workflow.HeldMost: say("board.held_most"),
	workflow.HeldSkipped: say("board.held_skipped"),
}

// heldText is why something is not sent, as far as we have words for it; what the
// requester wrote stands for itself.
func heldText(why string) phrase {
	if words, known := heldTexts[workflow.Held(why)]; known {
		return words
	}
	return plain(why)
}
