using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.EditAutomation;

/// <summary>Changes what an automation does from now on (A6).</summary>
/// <param name="Id">The automation.</param>
/// <param name="Definition">What it is to do.</param>
/// <param name="By">The user or the API key.</param>
/// <param name="InFlight">What becomes of the runs under way; they stay when null.</param>
/// <param name="ExpectedVersion">The version that the caller has seen; null not to compare.</param>
/// <param name="DryRun">True to answer as if it were saved, and save nothing.</param>
public sealed record EditAutomationCommand(
    AutomationId Id, DefinitionText Definition, Guid By, InFlight? InFlight, int? ExpectedVersion, bool DryRun) : IRequest<AutomationResult>;
