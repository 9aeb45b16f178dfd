using System.Text.Json.Serialization;
using Sendra.Application.Automations;
using Sendra.Domain.Automations;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation in a list.</summary>
/// <param name="Id">Its id in Sendra.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>enabled</c> when it is live; otherwise <c>disabled</c>.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public record ResendAutomation(
    AutomationId Id,
    string Name,
    string Status,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt)
{
    internal static ResendAutomation From(AutomationResult automation) =>
        new(automation.Id, automation.Name, StatusOf(automation.Status), automation.CreatedAt, automation.UpdatedAt);

    internal static string StatusOf(AutomationStatus status) => status == AutomationStatus.Live ? "enabled" : "disabled";
}
