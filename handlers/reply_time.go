package handlers

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// replyTime says how long those who are asked would have, and whether that is
// shorter than usual.
func (d ahqDesk) replyTime(asked []string, day string, now time.Time) phrase {
	r, known := workflow.TimeToReply(asked, day, now)
	switch {
	case !known:
		return phrase{}
	case r.Days <= 0:
		return say("form.day_is_over")
	case r.NCP == "":
		return many("form.days_left", r.Days)
	case r.Short():
		return say("form.short_time", "Days", many("count.days", r.Days), "Working", many("form.working", r.Working), "NCP", d.name(r.NCP))
	}
	return say("form.enough_time", "Days", many("count.days", r.Days), "Working", many("form.working", r.Working), "NCP", d.name(r.NCP))
}

// fillReplyTime tells those who write a draft how long its addressees would have.
func (s *Server) fillReplyTime(ctx context.Context, d ahqDesk, page *ahqPage) error {
	if d.AHQ.State != models.AHQDraft {
		return nil
	}
	asked, err := s.toAsk(ctx, d.AHQ)
	if time := d.replyTime(ncpCodes(asked), d.AHQ.ReplyBy, s.Now()); !time.empty() {
		page.Facts = append(page.Facts, fact{say("form.reply_time"), time})
	}
	return err
}

func ncpCodes(all []models.NCP) []string {
	codes := make([]string, len(all))
	for i, n := range all {
		codes[i] = n.Code
	}
	return codes
}
