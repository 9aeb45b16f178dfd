using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyCommand>
{
    public CreateApiKeyValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name).Reads("name", name => ValidationExtensions.NameProblem(name, ApiKey.MaxNameLength));
        RuleFor(command => command.Scopes).Reads("scopes", scopes => scopes switch
        {
            null or [] => "must name at least one scope",
            _ when !scopes.All(Enum.IsDefined) => "must be events:send, read or manage",
            _ => null,
        });
        RuleFor(command => command.ExpiresAt).Reads("expiresAt", time => time <= clock.GetUtcNow() ? "must be later than now" : null);
        RuleFor(command => command.AllowedNetworks).Reads("allowedNetworks", texts => texts is null || KeyNetworks.TryParse(texts, out _, out var problem) ? null : problem);
    }
}
