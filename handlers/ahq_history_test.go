package handlers

import (
	"strings"
	"testing"

	"ahq/models"
)

func TestTheHistoryOfAnAHQIsVerified(t *testing.T) {
	w := newWorld(t)
	w.delivered(models.WiderNo)
	w.edition(models.Internal)
	for _, c := range []struct{ who, says, lacks string }{
		{norway, "All were verified just now", "What was announced"},
		{norway, "named the compilers", "What was announced"},
		{"the compiler", "compiled it", "What was announced"},
		{finland, "closed it", "named the compilers"},
		{finland, "What was announced", "verified"},
	} {
		said := words(w.as(c.who).page(w.at("history")))
		if !strings.Contains(said, c.says) || strings.Contains(said, c.lacks) {
			t.Errorf("%s should read %q, not %q:\n%s", c.who, c.says, c.lacks, said)
		}
	}
}
