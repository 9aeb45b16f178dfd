using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Ingestion;

/// <summary>An automation with the steps of its newest version.</summary>
public sealed record KnownAutomation(Automation Automation, Workflow Workflow);
