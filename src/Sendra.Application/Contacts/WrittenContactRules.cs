using System.Text;
using FluentValidation;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Contacts;

internal static class WrittenContactRules
{
    /// <summary>A JSON object that describes a contact. What can't be taken of its properties is a warning, not a failure (E4).</summary>
    /// <param name="needsEmail">True when the contact must have an email.</param>
    public static void IsContact<T>(this IRuleBuilderInitial<T, RawJson> rule, bool needsEmail) => rule.Custom((json, context) =>
    {
        if (!json.Text.StartsWith('{'))
        {
            context.AddFailure("body", "body must be a JSON object.");
        }
        else if (Encoding.UTF8.GetByteCount(json.Text) > ReceivedEvent.MaxPropertiesBytes)
        {
            context.AddFailure("body", $"body must be at most {ReceivedEvent.MaxPropertiesBytes / 1024} KiB.");
        }
        else
        {
            foreach (var (field, problem) in WrittenContact.ProblemsOf(json, needsEmail))
            {
                context.AddFailure(field, $"{field} {problem}.");
            }
        }
    });
}
