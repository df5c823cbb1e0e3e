package handlers

import (
	"slices"
	"strings"

	"ahq/forms"
)

// channelNames are what channels are called.
func channelNames(ids []forms.Channel) []string {
	var names []string
	for _, c := range forms.ChannelNames() {
		if slices.Contains(ids, c.ID) {
			names = append(names, c.Name)
		}
	}
	return names
}

// channelList is what a person said of them, with commas between.
func channelList(ids *[]forms.Channel) string {
	if ids == nil {
		return ""
	}
	if len(*ids) == 0 {
		return "none"
	}
	return strings.Join(channelNames(*ids), ", ")
}

// putChannels takes channels by what they are called, each once; "none" is none.
func putChannels(into **[]forms.Channel, value string) error {
	ids := []forms.Channel{}
	for name := range strings.SplitSeq(value, ",") {
		if name = strings.TrimSpace(name); name == "" || strings.EqualFold(name, "none") {
			continue
		}
		id, err := channelOf(name)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	*into = &ids
	return nil
}

// channelOf is the channel that is called so.
func channelOf(name string) (forms.Channel, error) {
	var all []string
	for _, c := range forms.ChannelNames() {
		if strings.EqualFold(c.Name, name) {
			return c.ID, nil
		}
		all = append(all, c.Name)
	}
	return "", &unreadable{say("cell.not_channel", "Typed", name, "Channels", strings.Join(all, ", "))}
}
