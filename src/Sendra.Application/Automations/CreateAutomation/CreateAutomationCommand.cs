using MediatR;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.CreateAutomation;

/// <summary>Makes a draft.</summary>
public sealed record CreateAutomationCommand(DefinitionText Definition) : IRequest<AutomationResult>;
