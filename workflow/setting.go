package workflow

import (
	"context"
	"slices"
	"strings"
)

// longestSetting is how long a standard text can be, in bytes.
const longestSetting = 5000

// SetSetting puts the operator's own wording in place of a standard text; the
// empty text brings ours back. Editions that were made keep theirs.
func (w *Workflow) SetSetting(ctx context.Context, by Actor, name, value string) error {
	_, err := perform(ctx, w, by, ManageSettings, given{name, value}, func(t *turn) (none struct{}, err error) {
		if err := t.by.may(ManageSettings, t.by.Parts()); err != nil {
			return none, err
		}
		known := slices.ContainsFunc(standardTexts, func(s StandardText) bool { return s.Setting == name })
		if !known && !t.by.itself {
			return none, invalid("/setting", "there is no setting %q", name)
		}
		if value, err = normal("/"+name, strings.TrimSpace(value)); err != nil {
			return none, err
		}
		if len(value) > longestSetting {
			return none, invalid("/"+name, "this is printed in every document: use at most %d characters", longestSetting)
		}
		return none, t.SetSetting(ctx, name, value)
	})
	return err
}
