package workflow

import (
	"fmt"
	"strings"
)

// Diagram is the life of a response, for README.md.
func Diagram() string { return drawn(moves, "draft") }

// DiagramAHQ is the life of an AHQ, for README.md.
func DiagramAHQ() string { return drawn(ahqMoves, "draft") }

// drawn is a table of moves as a diagram that GitHub draws. Moves between the
// same two states share an arrow.
func drawn[S ~string](table []move[S], begin S) string {
	var b strings.Builder
	b.WriteString("```mermaid\nstateDiagram-v2\n")
	fmt.Fprintf(&b, "    [*] --> %s\n", begin)
	for i, m := range table {
		if acts := sharing(table, i); len(acts) > 0 {
			fmt.Fprintf(&b, "    %s --> %s: %s\n", m.from, m.to, strings.Join(acts, ", "))
		}
	}
	b.WriteString("```\n")
	return b.String()
}

// sharing are the acts between the two states of a move; none if an earlier
// move stood for them.
func sharing[S ~string](table []move[S], i int) []string {
	var acts []string
	for j, m := range table {
		if m.from != table[i].from || m.to != table[i].to {
			continue
		}
		if j < i {
			return nil
		}
		acts = append(acts, string(m.act))
	}
	return acts
}
