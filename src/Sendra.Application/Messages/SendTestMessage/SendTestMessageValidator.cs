using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Messages.SendTestMessage;

// What it is rendered for is checked where it is rendered.
internal sealed class SendTestMessageValidator : AbstractValidator<SendTestMessageCommand>
{
    public SendTestMessageValidator() =>
        RuleFor(command => command.To).Reads("to", text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem);
}
