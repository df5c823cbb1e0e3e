package workflow

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// channelName is what a channel is called; "" of none.
func channelName(id forms.Channel) string {
	for _, c := range forms.ChannelNames() {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// A channelCount is how many records name each channel, each once; without are
// those that name none.
type channelCount struct {
	named   []forms.ChannelName // those that some record names
	records map[forms.Channel]int
	without int
}

// countChannels where a table asks for them.
func countChannels(t forms.Table, records []readRecord) channelCount {
	count := channelCount{records: map[forms.Channel]int{}}
	questions := ofKind(forms.ChannelsKind, t.Questions())
	if len(questions) == 0 {
		return count
	}
	for _, r := range records {
		named := r.channels(questions)
		if len(named) == 0 {
			count.without++
		}
		for _, c := range named {
			count.records[c]++
		}
	}
	for _, c := range forms.ChannelNames() {
		if count.records[c.ID] > 0 {
			count.named = append(count.named, c)
		}
	}
	return count
}

// byChannel tells in a line how many records name each channel.
func byChannel(t forms.Table, records []readRecord) document.Text {
	count := countChannels(t, records)
	if len(count.named) == 0 {
		return nil
	}
	var parts []string
	for _, c := range count.named {
		parts = append(parts, fmt.Sprintf("%d %s", count.records[c.ID], c.Name))
	}
	if count.without > 0 {
		parts = append(parts, fmt.Sprintf("%d without one that could be read", count.without))
	}
	return document.Text{{
		Text: strings.Join(parts, ", "),
		Note: "As read from the answers. What names several channels is counted with each.",
	}}
}

// channelChart has a bar for each channel that some record names.
func channelChart(t forms.Table, records []readRecord) []document.Block {
	count, things := countChannels(t, records), capital(plural(t.Record))
	if len(count.named) == 0 {
		return nil
	}
	bars := document.Series{Name: things}
	chart := document.Chart{Title: things + " by channel"}
	var told []string
	for _, c := range count.named {
		chart.Categories = append(chart.Categories, capital(c.Name))
		bars.Values = append(bars.Values, count.records[c.ID])
		told = append(told, fmt.Sprintf("%s %d", c.Name, count.records[c.ID]))
	}
	chart.Series = []document.Series{bars}
	chart.Alt = fmt.Sprintf("%s that name each channel: %s.", things, strings.Join(told, ", "))
	return []document.Block{chart}
}

// channels that a record names, each once.
func (r readRecord) channels(questions []forms.Question) []forms.Channel {
	var named []forms.Channel
	for _, q := range questions {
		if reading, _ := r.reading(q); reading.Channels != nil {
			named = append(named, reading.Channels.Channels...)
		}
	}
	slices.Sort(named)
	return slices.Compact(named)
}
