using MediatR;

namespace Sendra.Application.Automations.GetAutomation;

/// <summary>Reads one automation.</summary>
/// <param name="Id">The automation.</param>
public sealed record GetAutomationQuery(AutomationId Id) : IRequest<AutomationResult>;
