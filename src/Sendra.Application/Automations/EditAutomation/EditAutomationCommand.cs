using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.EditAutomation;

/// <summary>Changes what an automation does from now on (A6).</summary>
/// <param name="Definition">What it does.</param>
/// <param name="By">The user or the API key.</param>
/// <param name="InFlight">What happens to active runs; null lets them stay.</param>
/// <param name="ExpectedVersion">The version that the caller edited; null to skip the check.</param>
/// <param name="DryRun">True to return the result without saving anything.</param>
public sealed record EditAutomationCommand(
    AutomationId Id, DefinitionText Definition, Guid By, InFlight? InFlight, int? ExpectedVersion, bool DryRun) : IRequest<AutomationResult>;
