package handlers

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"ahq/models"
)

// untold are the acts that leave no event: to see something, to look after the
// system, and those that are told under another name.
var untold = []string{
	"attach-to-ahq", "track", "see-draft", "edit", "chase", "manage-people", "manage-participants", "manage-settings",
	"read-outbox", "keep-hooks", "send-again", "look-after-jobs", "read-events",
}

// actConst is how workflow names an act.
var actConst = regexp.MustCompile(`\bAct\s+= "([a-z-]+)"`)

// actsThereAre are all of them, those that only a history knows too.
func actsThereAre(t *testing.T) (acts []string) {
	t.Helper()
	files, err := filepath.Glob("../workflow/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range actConst.FindAllSubmatch(source, -1) {
			acts = append(acts, string(found[1]))
		}
	}
	return acts
}

func TestEveryActThatIsToldHasWords(t *testing.T) {
	acts := actsThereAre(t)
	if !slices.Contains(acts, "take") || !slices.Contains(acts, "issue") {
		t.Fatalf("these are not all acts: %v", acts)
	}
	for _, act := range acts {
		if slices.Contains(untold, act) {
			continue
		}
		if actName(act).id == "event.unnamed" {
			t.Errorf("the events of all call it %q", act)
		}
		if eventText(models.Event{Act: act}).id == "event.unnamed" {
			t.Errorf("a history calls it %q", act)
		}
	}
}
