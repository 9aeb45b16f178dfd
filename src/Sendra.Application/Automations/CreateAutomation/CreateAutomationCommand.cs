using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.CreateAutomation;

/// <summary>Creates a draft.</summary>
/// <param name="Definition">What it does.</param>
/// <param name="By">The user or the API key.</param>
/// <param name="DryRun">True to return the result without creating anything.</param>
public sealed record CreateAutomationCommand(DefinitionText Definition, Guid By, bool DryRun) : IRequest<AutomationResult>;
