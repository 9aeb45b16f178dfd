using System.Text;
using FluentValidation;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Templates.PreviewTemplate;

internal sealed class PreviewTemplateValidator : AbstractValidator<PreviewTemplateQuery>
{
    public PreviewTemplateValidator()
    {
        RuleFor(query => query.Draft).Reads("template", draft => draft is null ? "is required" : null).When(query => query.Id is null);
        RuleFor(query => query.Contact).Custom((json, context) =>
        {
            foreach (var (field, problem) in TestContact.ProblemsOf(json, needsEmail: false))
            {
                context.AddFailure(field, $"{field} {problem}.");
            }
        }).When(query => query.Contact is not null);
        RuleFor(query => query.Contact).Reads("contact", SizeProblem);
        RuleFor(query => query.Event).Reads("event", json => SizeProblem(json) ?? (json is { Text: var text } && !text.StartsWith('{') ? "must be an object" : null));
    }

    private static string? SizeProblem(RawJson? json) =>
        json is { } value && Encoding.UTF8.GetByteCount(value.Text) > ReceivedEvent.MaxPropertiesBytes
            ? $"must be at most {ReceivedEvent.MaxPropertiesBytes / 1024} KiB"
            : null;
}
