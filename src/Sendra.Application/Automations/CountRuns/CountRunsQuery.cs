using MediatR;

namespace Sendra.Application.Automations.CountRuns;

/// <summary>Counts the runs of an automation by day, in the workspace's time zone.</summary>
/// <param name="AutomationId">The automation.</param>
/// <param name="Days">How many days, today among them. Default: 30.</param>
public sealed record CountRunsQuery(AutomationId AutomationId, int? Days) : IRequest<RunCounts>;
