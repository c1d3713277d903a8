// The view of connections: the map of names and events and what joins them.

addView({
  id: "connections",
  label: "Connections",
  order: 10,
  render() {
    if (network) draw({ refit: refitNext });
    else startNetwork();
    refitNext = false;
  },
});

let refitNext = false;
