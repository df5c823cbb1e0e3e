package handlers

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// cellTexts are all that a cell said, the last first, each with what it changed.
func (s *Server) cellTexts(c *gin.Context, d desk, at workflow.Place) ([]cellText, error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	stored, err := s.Store.CellTexts(ctx, scope, d.Response.ID, at.Record, at.Question)
	if err != nil {
		return nil, err
	}
	versions, err := s.Store.Versions(ctx, scope, d.Response.ID)
	if err != nil {
		return nil, err
	}
	names, err := s.writers(ctx, stored)
	if err != nil {
		return nil, err
	}
	var texts []cellText
	for i, text := range stored {
		var before *forms.Answer
		var until time.Time
		if i+1 < len(stored) {
			before = &stored[i+1].Answer
		}
		if i > 0 {
			until = stored[i-1].BeganAt
		}
		view := d.cellText(text, before)
		view.Now, view.By, view.In = i == 0, names[text.ByID], deliveredIn(versions, text, until)
		texts = append(texts, view)
	}
	return texts, nil
}

func (d desk) cellText(text models.CellText, before *forms.Answer) cellText {
	a := text.Answer
	view := cellText{
		Number: text.Number, When: span(text.BeganAt, text.At),
		Printed: printedBlocks(a.Text), Reason: reasonText(a, d.named),
	}
	if before != nil {
		view.Words = workflow.Nearby(workflow.WordChanges(before.Text, a.Text))
		view.Same = len(view.Words) == 0
	}
	return view
}

// writers are the names of those who wrote these texts.
func (s *Server) writers(ctx context.Context, texts []models.CellText) (map[models.PersonID]string, error) {
	names := map[models.PersonID]string{}
	for _, text := range texts {
		if _, known := names[text.ByID]; known {
			continue
		}
		by, err := s.Store.Person(ctx, text.ByID)
		if err != nil {
			return nil, err
		}
		names[text.ByID] = by.Name
	}
	return names, nil
}

// span is from when to when somebody wrote.
func span(began, ended time.Time) phrase {
	if ended.Sub(began) < time.Minute {
		return say("cell_history.at", "At", began)
	}
	return say("cell_history.from_to", "From", began, "To", clockTime(ended))
}

// deliveredIn names the last version that was submitted while a cell said this,
// which it did until the next text began; zero: it still does.
func deliveredIn(versions []models.Version, text models.CellText, until time.Time) phrase {
	last := 0
	for _, v := range versions {
		if !v.SubmittedAt.Before(text.At) && (until.IsZero() || v.SubmittedAt.Before(until)) {
			last = v.Number
		}
	}
	if last == 0 {
		return phrase{}
	}
	return say("cell_history.delivered", "Number", last)
}
