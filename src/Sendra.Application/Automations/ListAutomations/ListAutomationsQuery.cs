using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ListAutomations;

/// <summary>Lists automations, newest first.</summary>
/// <param name="Statuses">Only automations with one of these statuses; empty for all.</param>
/// <param name="Query">Only automations whose name contains this text, ignoring case; null for all.</param>
public sealed record ListAutomationsQuery(IReadOnlyCollection<AutomationStatus> Statuses, string? Query, Paging Paging) : IRequest<Page<AutomationResult>>;
