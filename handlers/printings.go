package handlers

import "ahq/workflow"

// The ways to lay out an edition, in words.
var (
	layoutChoices = []choice{
		{Value: string(workflow.ByCountry), Text: plain("By country")},
		{Value: string(workflow.ByQuestion), Text: plain("By question, countries side by side")},
	}
	orderChoices = []choice{
		{Value: string(workflow.ByName), Text: plain("Countries by name")},
		{Value: string(workflow.ByRole), Text: plain("Members before observers")},
	}
)

// formatChoices are the kinds of files that an edition can be had as.
func formatChoices() []choice {
	var all []choice
	for _, f := range workflow.Formats() {
		all = append(all, choice{Value: string(f.Format), Text: plain(f.Name)})
	}
	return all
}
