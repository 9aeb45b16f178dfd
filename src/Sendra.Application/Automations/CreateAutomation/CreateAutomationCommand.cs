using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.CreateAutomation;

/// <summary>Creates an automation.</summary>
/// <param name="Definition">What it does.</param>
/// <param name="By">The user or the API key.</param>
/// <param name="DryRun">True to return the result without creating anything.</param>
/// <param name="Activate">True to activate it at once; otherwise it is a draft.</param>
public sealed record CreateAutomationCommand(DefinitionText Definition, Guid By, bool DryRun, bool Activate = false) : IRequest<AutomationResult>;
