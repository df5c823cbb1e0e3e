package workflow

import (
	"strings"

	"ahq/workflow/document"
)

// A Printing says how an edition is laid out. It never changes what is in it;
// the zero Printing is by country, by name, with all records.
type Printing struct {
	Layout         Layout
	Order          Order
	WithoutRecords bool // counts stand in place of the tables
}

// A Layout says what the responses are sorted by.
type Layout string

// The layouts.
const (
	ByCountry  Layout = "country"
	ByQuestion Layout = "question"
)

// An Order says in which order the countries stand.
type Order string

// The orders.
const (
	ByName Order = "name"
	ByRole Order = "role" // members, observers, others; by name among themselves
)

// A choice is one of the ways to print.
type choice[T any] struct {
	name string
	file string // what the name of the file says of it
	does T
}

// A layoutOf puts the responses in order, under headings down to a level that
// the contents list.
type layoutOf struct {
	responses func(filtered, Printing) []document.Block
	contents  int
}

// layouts are all there are, the usual one first.
var layouts = []choice[layoutOf]{
	{string(ByCountry), "", layoutOf{filtered.byCountry, 3}},
	{string(ByQuestion), "-by-question", layoutOf{filtered.byQuestion, 2}},
}

// orders are all there are, the usual one first.
var orders = []choice[func(filtered, filteredAnswer) int]{
	{string(ByName), "", func(filtered, filteredAnswer) int { return 0 }},
	{string(ByRole), "-by-role", filtered.rank},
}

// pick is the choice of that name; without a name, the usual one.
func pick[T any](from []choice[T], name string) (c choice[T], ok bool) {
	for _, c := range from {
		if c.name == name {
			return c, true
		}
	}
	return from[0], name == ""
}

func (p Printing) layout() choice[layoutOf] {
	c, _ := pick(layouts, string(p.Layout))
	return c
}

func (p Printing) order() choice[func(filtered, filteredAnswer) int] {
	c, _ := pick(orders, string(p.Order))
	return c
}

// sound says which choices there are when another was made.
func (p Printing) sound() error {
	if _, ok := pick(layouts, string(p.Layout)); !ok {
		return invalid("/layout", "there is no layout %q: choose %s", p.Layout, offered(layouts))
	}
	if _, ok := pick(orders, string(p.Order)); !ok {
		return invalid("/order", "there is no order %q: choose %s", p.Order, offered(orders))
	}
	return nil
}

func offered[T any](from []choice[T]) string {
	names := make([]string, len(from))
	for i, c := range from {
		names[i] = c.name
	}
	return strings.Join(names, " or ")
}

// file is what the name of a file says of it, where it is not the usual.
func (p Printing) file() string {
	name := p.layout().file + p.order().file
	if p.WithoutRecords {
		name += "-without-records"
	}
	return name
}
