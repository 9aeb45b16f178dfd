using Sendra.Application.Automations;
using Sendra.Application.Automations.CreateAutomation;
using Sendra.Application.Automations.EditAutomation;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.Application.Automations.TestAutomation;
using Sendra.Domain.Automations;

namespace Sendra.WebApi.Contracts.Automations;

internal static class AutomationContracts
{
    private static readonly Dictionary<string, TestAnswer> NoAnswers = [];

    public static CreateAutomationCommand ToCreateCommand(this AutomationRequest request, Guid by) =>
        new(request.ToText(), by, request.DryRun);

    public static EditAutomationCommand ToEditCommand(this AutomationRequest request, AutomationId id, Guid by) =>
        new(id, request.ToText(), by, request.InFlight, request.ExpectedVersion, request.DryRun);

    public static SimulateAutomationQuery ToQuery(this SimulateAutomationRequest request) => new(
        request.AutomationId, request.Trigger.ToText(), request.Frequency, request.FrequencyPeriod, request.FrequencyKey, request.ExitEvents, request.ExitConditions, request.Steps,
        request.From, request.To);

    public static TestAutomationQuery ToQuery(this TestAutomationRequest request) => new(
        request.AutomationId, request.Definition?.ToText(), request.Contact, request.Event?.EventName, request.Event?.Properties, request.Answers ?? NoAnswers);

    public static SimulationLine ToLine(this SimulationStep step) => new(
        step.Result is null ? SimulationLineType.Progress : SimulationLineType.Result,
        step.Progress,
        step.Result);

    public static AutomationResponse ToResponse(this AutomationResult automation) => new(
        automation.Id,
        automation.Name,
        automation.Status,
        new TriggerContract { EventName = automation.TriggerEvent, Where = automation.TriggerWhere },
        automation.Frequency,
        automation.FrequencyPeriod,
        automation.FrequencyKey,
        automation.ExitEvents,
        automation.ExitConditions,
        automation.Version,
        automation.Steps,
        automation.StepCounts,
        automation.InFlight,
        automation.Counts,
        automation.Warnings,
        automation.CreatedAt,
        automation.UpdatedAt);

    private static DefinitionText ToText(this AutomationRequest request) =>
        new(request.Name, request.Trigger.ToText(), request.Frequency, request.ExitEvents, request.Steps, request.FrequencyPeriod, request.FrequencyKey, request.ExitConditions);

    private static TriggerText? ToText(this TriggerContract? trigger) => trigger is null ? null : new(trigger.EventName, trigger.Where);
}
