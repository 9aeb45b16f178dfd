using FluentValidation;

namespace Sendra.Application.Contacts;

internal static class ContactFilterTextExtensions
{
    private static readonly ContactFilterTextValidator Validator = new();

    /// <summary>Names problems after the filter's own fields. A nested validator would name them after the request's property.</summary>
    public static void FiltersContacts<T>(this IRuleBuilderInitial<T, ContactFilterText> rule) =>
        rule.Custom((filter, context) => Validator.Validate(filter).Errors.ForEach(context.AddFailure));
}
