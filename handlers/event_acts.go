package handlers

import (
	"maps"
	"slices"

	"ahq/workflow"
)

// actsNamed are the acts without what they were done to, for who may not read
// that.
var actsNamed = map[string]phrase{
	string(workflow.Submit): say("events.submit"), string(workflow.Extend): say("events.extend"), string(workflow.Expect): say("events.expect"),
	string(workflow.CloseOn): say("events.close_on"), "attach": say("events.attach"), "detach": say("events.detach"), savedAct: say("events.save"),
	"add": say("events.add"), "duplicate": say("events.duplicate"), "reorder": say("events.reorder"), "delete": say("events.delete"), "restore": say("events.restore"),
	string(workflow.StartThread): say("events.start_thread"), string(workflow.Say): say("events.say"), string(workflow.Settle): say("events.settle"),
	string(workflow.LinkAHQ): say("events.link_ahq"), string(workflow.UnlinkAHQ): say("events.unlink_ahq"), "take": say("events.take"),
}

// actName is what an act is called there.
func actName(act string) phrase {
	if name, ok := actsNamed[act]; ok {
		return name
	}
	if name, ok := eventTexts[act]; ok {
		return name
	}
	return say("event.unnamed", "Act", act)
}

// actChoices are all acts, to choose from.
func actChoices() []choice {
	acts := slices.Sorted(maps.Keys(actsNamed))
	for act := range eventTexts {
		if !slices.Contains(acts, act) {
			acts = append(acts, act)
		}
	}
	slices.Sort(acts)
	all := []choice{{Text: say("events.any_act")}}
	for _, act := range acts {
		all = append(all, choice{Value: act, Text: actName(act)})
	}
	return all
}
