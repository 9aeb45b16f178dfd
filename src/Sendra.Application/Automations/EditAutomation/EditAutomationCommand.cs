using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.EditAutomation;

/// <summary>Changes what an automation does from now on (A6).</summary>
public sealed record EditAutomationCommand(AutomationId Id, DefinitionText Definition) : IRequest<AutomationResult>;
