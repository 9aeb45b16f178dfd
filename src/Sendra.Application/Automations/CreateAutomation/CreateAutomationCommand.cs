using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.CreateAutomation;

/// <summary>Makes a draft.</summary>
/// <param name="Definition">What it is to do.</param>
/// <param name="By">The user or the API key.</param>
/// <param name="DryRun">True to answer as if it were made, and make nothing.</param>
public sealed record CreateAutomationCommand(DefinitionText Definition, Guid By, bool DryRun) : IRequest<AutomationResult>;
