using Mapster;
using Sendra.Application.Automations;
using Sendra.Application.Automations.CreateAutomation;
using Sendra.Application.Automations.EditAutomation;
using Sendra.Application.Automations.SimulateAutomation;

namespace Sendra.WebApi.Contracts.Automations;

internal static class AutomationContracts
{
    public static CreateAutomationCommand ToCreateCommand(this AutomationRequest request) =>
        new(request.Name, request.Trigger.ToTrigger(), request.Frequency, request.ExitEvents);

    public static EditAutomationCommand ToEditCommand(this AutomationRequest request, Guid id) =>
        new(id, request.Name, request.Trigger.ToTrigger(), request.Frequency, request.ExitEvents);

    public static SimulateAutomationQuery ToQuery(this SimulateAutomationRequest request) => new(
        request.AutomationId, request.Trigger.ToTrigger(), request.Frequency, request.ExitEvents, request.From, request.To);

    public static SimulationLine ToLine(this SimulationStep step) => new(
        step.Result is null ? SimulationLineType.Progress : SimulationLineType.Result,
        step.Progress,
        step.Result?.Adapt<SimulationResultResponse>());

    public static AutomationResponse ToResponse(this AutomationResult automation) => new(
        automation.Id,
        automation.Name,
        automation.Status,
        new TriggerContract { EventName = automation.TriggerEvent },
        automation.Frequency,
        automation.ExitEvents,
        new CountsResponse(automation.Counts.Active, automation.Counts.Completed, automation.Counts.Exited),
        [.. automation.Warnings.Select(warning => new AutomationWarningResponse(warning.Code, warning.Message))],
        automation.CreatedAt,
        automation.UpdatedAt);

    private static AutomationTrigger? ToTrigger(this TriggerContract? trigger) => trigger is null ? null : new(trigger.EventName);
}
