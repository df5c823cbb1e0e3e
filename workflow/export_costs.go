package workflow

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"ahq/forms"
	"ahq/workflow/document"
)

// A purse is all that was told in one currency. Nothing is converted.
type purse struct {
	currency  string // "" when none is named
	sums      []decimal.Decimal
	estimated int
	guessed   decimal.Decimal // of all of it, what is estimated
	once      int             // records left out, because another has the same costs and counts
	doubtful  []string        // which are alike, and nobody said whether they are the same
}

// A bill is what the records of a table say of their costs.
type bill struct {
	purses  []*purse // by currency, that without a name last
	reasons int      // that give a reason in place of an amount
	unread  int      // that say something in which no total could be read
}

// costsOf adds up what the records of a table say of money, question by question.
func costsOf(t forms.Table, records []readRecord) []document.Block {
	var blocks []document.Block
	for _, q := range ofKind(forms.MoneyKind, t.Questions()) {
		if len(records) > 0 {
			blocks = append(blocks, billOf(q, records).print(t, q)...)
		}
	}
	return blocks
}

func billOf(q forms.Question, records []readRecord) *bill {
	b := &bill{}
	for _, r := range records {
		reading, asked := r.reading(q)
		switch money := reading.Money; {
		case !asked:
		case money != nil && money.Total != nil:
			b.purse(money.Currency).take(r, *money)
		case reading.Reason != "":
			b.reasons++
		default:
			b.unread++
		}
	}
	slices.SortFunc(b.purses, func(a, b *purse) int {
		if a.currency == "" || b.currency == "" {
			return strings.Compare(b.currency, a.currency)
		}
		return strings.Compare(a.currency, b.currency)
	})
	return b
}

func (b *bill) purse(currency string) *purse {
	for _, p := range b.purses {
		if p.currency == currency {
			return p
		}
	}
	p := &purse{currency: currency}
	b.purses = append(b.purses, p)
	return p
}

// take adds the costs of a record, unless somebody confirmed that it is another
// one entered twice.
func (p *purse) take(r readRecord, money forms.Money) {
	for _, twin := range r.report.Twins {
		if twin.Confirmed && twin.Dropped == r.at {
			p.once++
			return
		}
		if !twin.Confirmed && twin.Second == r.at {
			p.doubtful = append(p.doubtful, fmt.Sprintf("%s: %s and %s", r.of.Name, r.of.called(twin.First), r.of.called(twin.Second)))
		}
	}
	p.sums = append(p.sums, money.Total.Decimal)
	if slices.ContainsFunc(money.Amounts, func(a forms.Amount) bool { return a.Estimated }) {
		p.estimated++
		p.guessed = p.guessed.Add(money.Total.Decimal)
	}
}

// called is the shortest name of a record.
func (a filteredAnswer) called(at int) string {
	if heading := recordHeading(a.Content.Records[at]); heading != "" {
		return plainLine(heading)
	}
	return a.Content.Records[at].ID
}

func (p *purse) total() decimal.Decimal {
	total := decimal.Zero
	for _, s := range p.sums {
		total = total.Add(s)
	}
	return total
}

// median is the one in the middle, or what lies halfway between the two.
func (p *purse) median() decimal.Decimal {
	if len(p.sums) == 0 {
		return decimal.Zero
	}
	sorted := slices.SortedFunc(slices.Values(p.sums), decimal.Decimal.Cmp)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	half := decimal.New(5, -1)
	return sorted[middle-1].Add(sorted[middle]).Mul(half)
}

// print is a row for each currency, and in a sentence what is not in it.
func (b *bill) print(t forms.Table, q forms.Question) []document.Block {
	blocks := []document.Block{heading(2, label(q))}
	if len(b.purses) > 0 {
		table := document.Table{
			Caption: label(q) + " by currency", Widths: []int{24, 16, 24, 20, 16},
			Header: headers("Currency", capital(plural(t.Record)), "Total", "Median", "Estimated"),
		}
		for _, p := range b.purses {
			table.Rows = append(table.Rows, p.row())
		}
		blocks = append(blocks, table)
	}
	if left := b.left(t.Record); left != "" {
		blocks = append(blocks, quiet(left))
	}
	return blocks
}

func (p *purse) row() document.Row {
	currency := p.currency
	if currency == "" {
		currency = "No currency named"
	}
	total := document.Text{{Text: p.printed(p.total()), Note: p.remark()}}
	cell := func(text document.Text) document.Cell {
		return document.Cell{Blocks: []document.Block{document.Paragraph{Text: text}}}
	}
	return document.Row{Cells: []document.Cell{
		{Header: true, Blocks: paragraphs(currency)},
		cell(document.Plain(strconv.Itoa(len(p.sums)))),
		cell(total),
		cell(document.Plain(p.printed(p.median()))),
		cell(document.Plain(strconv.Itoa(p.estimated))),
	}}
}

// remark says how records that are alike were counted.
func (p *purse) remark() string {
	var remarks []string
	if p.once > 0 {
		remarks = append(remarks, fmt.Sprintf("Costs entered twice are counted once: %d left out.", p.once))
	}
	for _, alike := range p.doubtful {
		remarks = append(remarks, alike+" are alike, and nobody has said which of the two counts: both are counted.")
	}
	return strings.Join(remarks, " ")
}

func (p *purse) printed(d decimal.Decimal) string {
	text := forms.Decimal{Decimal: d}.Grouped()
	if p.currency == "" {
		return text
	}
	return text + "\u00a0" + p.currency
}

// left says how many are in no sum, and why.
func (b *bill) left(record string) string {
	var parts []string
	if b.reasons > 0 {
		parts = append(parts, fmt.Sprintf("%s with a reason in place of an amount", counted(b.reasons, record)))
	}
	if b.unread > 0 {
		parts = append(parts, fmt.Sprintf("%s in whose answer no total could be read", counted(b.unread, record)))
	}
	if len(parts) == 0 {
		return ""
	}
	return "In no sum: " + strings.Join(parts, ", and ") + "."
}
