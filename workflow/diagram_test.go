package workflow

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the diagrams of the moves into README.md")

// README.md shows the tables of moves: what is printed there is what holds.
func TestTheReadmeShowsTheMoves(t *testing.T) {
	const readme = "../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := string(text)
	for marker, diagram := range map[string]string{"<!-- moves:response -->": Diagram(), "<!-- moves:ahq -->": DiagramAHQ()} {
		before, rest, begins := strings.Cut(want, marker)
		_, after, ends := strings.Cut(rest, "<!-- /moves -->")
		if !begins || !ends {
			t.Fatalf("README.md has no place for a diagram: put %s and <!-- /moves --> in it", marker)
		}
		want = before + marker + "\n" + diagram + "<!-- /moves -->" + after
	}
	if want == string(text) {
		return
	}
	if !*update {
		t.Fatal("README.md does not show the moves as they are: go test ./workflow -run Readme -update")
	}
	if err := os.WriteFile(readme, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestADiagramHasEveryMove(t *testing.T) {
	response, ahq := Diagram(), DiagramAHQ()
	for _, m := range moves {
		if !strings.Contains(response, string(m.from)+" --> "+string(m.to)+":") || !strings.Contains(response, string(m.act)) {
			t.Errorf("%s is not drawn", m.act)
		}
	}
	for _, m := range ahqMoves {
		if !strings.Contains(ahq, string(m.from)+" --> "+string(m.to)+":") || !strings.Contains(ahq, string(m.act)) {
			t.Errorf("%s is not drawn", m.act)
		}
	}
}
