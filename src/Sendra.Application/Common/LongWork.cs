namespace Sendra.Application.Common;

/// <summary>What goes through the past, and what renders texts that may be long: exports, simulations, tests of automations, templates.</summary>
public sealed class LongWork() : WorkInTurn("Long");
