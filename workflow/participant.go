package workflow

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"time"

	"ahq/models"
)

// ncpCode is an ISO 3166-1 alpha-2 code, XK for Kosovo, or COM for the Commission.
var ncpCode = regexp.MustCompile(`^([A-Z]{2}|COM)$`)

// SaveNCP adds a participant (version 0) or changes one. AHQs that were issued
// keep the participants as they were.
func (w *Workflow) SaveNCP(ctx context.Context, by Actor, ncp models.NCP) error {
	_, err := perform(ctx, w, by, ManageParticipants, given{ncp}, func(t *turn) (none struct{}, err error) {
		if err := t.by.may(ManageParticipants, t.by.Parts()); err != nil {
			return none, err
		}
		if err := checkNCP(&ncp); err != nil {
			return none, err
		}
		if ncp.Version == 0 {
			return none, t.CreateNCP(ctx, &ncp)
		}
		return none, t.SaveNCP(ctx, &ncp)
	})
	return err
}

// checkNCP says what is wrong with a participant, and brings its names into the
// form in which they are kept.
func checkNCP(n *models.NCP) (err error) {
	if !ncpCode.MatchString(n.Code) {
		return invalid("/code", "a code is two capital letters (ISO 3166-1), or COM")
	}
	if n.Name, err = named("/name", n.Name, "give the English name"); err != nil {
		return err
	}
	n.Aliases = slices.Clone(n.Aliases)
	for i, alias := range n.Aliases {
		if n.Aliases[i], err = named(fmt.Sprintf("/aliases/%d", i), alias, "write another name, or leave it out"); err != nil {
			return err
		}
	}
	roles := []models.Participation{models.Member, models.Observer, models.Invited, models.Commission}
	switch {
	case !slices.Contains(roles, n.Role):
		return invalid("/role", "a participant is a member, an observer, invited, or the commission")
	case !dayOrNone(n.FromDay):
		return invalid("/from_day", "%q is not a day: write it like 2013-07-01, or leave it empty", n.FromDay)
	case !dayOrNone(n.UntilDay):
		return invalid("/until_day", "%q is not a day: write it like 2020-01-31, or leave it empty", n.UntilDay)
	case n.FromDay != "" && n.UntilDay != "" && n.UntilDay < n.FromDay:
		return invalid("/until_day", "taking part ends before it begins")
	}
	return nil
}

func dayOrNone(day string) bool {
	_, err := time.Parse(time.DateOnly, day)
	return day == "" || err == nil
}
