package workflow

import (
	"fmt"

	"ahq/forms"
	"ahq/workflow/document"
)

// platformFigures count the records that link to each platform.
func (f filtered) platformFigures() []Figure {
	var all []Figure
	for _, t := range f.ahq.Questionnaire.Tables {
		questions, records := ofKind(forms.LinksKind, t.Questions()), f.readRecords(t)
		if len(questions) == 0 || len(records) == 0 {
			continue
		}
		fig := reachFigure("platforms", "Platforms", "By the addresses given.", t)
		counts := countPlatforms(questions, records)
		for _, name := range platformNames() {
			s := Sought{Table: t.ID, Question: questions[0].ID, Platform: name}
			if name == noPlatform {
				s.Platform = None
			}
			fig.reach(capital(name), counts[name], len(records), s)
		}
		all = append(all, fig.told(t))
	}
	return all
}

// channelFigures count the records that name each channel.
func (f filtered) channelFigures() []Figure {
	var all []Figure
	for _, t := range f.ahq.Questionnaire.Tables {
		questions, records := ofKind(forms.ChannelsKind, t.Questions()), f.readRecords(t)
		if len(questions) == 0 || len(records) == 0 {
			continue
		}
		fig := reachFigure("channels", "Channels", "As read from the answers.", t)
		count := countChannels(t, records)
		for _, c := range count.named {
			fig.reach(capital(c.Name), count.records[c.ID], len(records), Sought{Table: t.ID, Question: questions[0].ID, Channel: c.ID})
		}
		fig.reach("None that could be read", count.without, len(records), Sought{Table: t.ID, Question: questions[0].ID, Channel: None})
		all = append(all, fig.told(t))
	}
	return all
}

func reachFigure(id, title, explain string, t forms.Table) Figure {
	return Figure{
		ID: id + "-" + t.ID, Title: title, About: explain + " A " + t.Record + " that names several is counted with each.",
		Heads: []string{title, capital(plural(t.Record))}, Plot: document.Plot{Title: title + ", by number of " + plural(t.Record)},
	}
}

// reach adds a row, on a scale that ends at all records.
func (fig *Figure) reach(name string, n, all int, behind Sought) {
	fig.Rows = append(fig.Rows, []FigureCell{about(name), number(n, behind)})
	fig.Plot.Rows = append(fig.Plot.Rows, document.PlotRow{Label: fmt.Sprintf("%s: %d", name, n), Lanes: barsOf(all, n)})
}

func (fig Figure) told(t forms.Table) Figure {
	fig.Plot.Alt = altOf("A bar for each, as long as there are "+plural(t.Record)+" with it.", fig.Plot.Rows)
	return fig
}
