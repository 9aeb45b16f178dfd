using MediatR;

namespace Sendra.Application.Automations.GetAutomation;

/// <summary>Reads one automation.</summary>
public sealed record GetAutomationQuery(AutomationId Id) : IRequest<AutomationResult>;
