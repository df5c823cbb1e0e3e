package reading

import (
	"ahq/forms"
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	f := os.Getenv("ZZ")
	if f == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(f)
	d, _ := Text(raw)
	id := "norway-2016"
	if len(f) > 15 && f[len(f)-4-15:len(f)-4+1] != "" && raw[0] == '1' {
		id = "online-applications"
	}
	if os.Getenv("ZQ") != "" {
		id = os.Getenv("ZQ")
	}
	q, _ := forms.Shipped(id)
	c := d.sift(labelsOf(q)).scan()
	for i := range d.Lines {
		if c.furniture[i] {
			fmt.Printf("F%d ", i+1)
		}
	}
	fmt.Println()
	for _, m := range c.marks() {
		fmt.Println(m.question, m.wrong, len(m.letters), c.lineAt(m.from())+1, len(m.parts), c.lineAt(m.end())+1)
	}
}
