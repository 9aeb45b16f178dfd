using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ListAutomations;

/// <summary>Reads a part of the automations, newest first.</summary>
/// <param name="Status">Only those with this status, or null for all.</param>
/// <param name="Query">Only those whose name contains this text, in any case, or null for all.</param>
/// <param name="Paging">Which part.</param>
public sealed record ListAutomationsQuery(AutomationStatus? Status, string? Query, Paging Paging) : IRequest<Page<AutomationResult>>;
