using System.Text.Json;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Access;

public sealed class ApiKeyTests
{
    [Test]
    public void W3_of_the_secret_only_the_hash_and_the_beginning_are_kept()
    {
        var id = Make.Id<ApiKeyId>();
        var secret = ApiKeySecret.New();

        var key = ApiKey.Create(Make.WorkspaceId, id, "CI", ApiKeyScopes.Of(ApiKeyScope.Read), secret, Make.Id<UserId>());

        key.Should().BeEquivalentTo(new { Make.WorkspaceId, Id = id, Name = "CI", secret.Prefix, secret.Hash, LastUsedAt = (DateTimeOffset?)null, CreatedAt = TimeOrderedId.TimeOf(id) });
        key.Scopes.Given.Should().Equal(ApiKeyScope.Read);
        JsonSerializer.Serialize(key).Should().NotContain(secret.Reveal());
    }

    [Test]
    public void W3_a_key_has_at_least_one_scope() =>
        FluentActions.Invoking(() => ApiKey.Create(Make.WorkspaceId, Make.Id<ApiKeyId>(), "CI", ApiKeyScopes.Of(), ApiKeySecret.New(), Make.Id<UserId>()))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Test]
    public void W3_a_key_is_found_by_its_own_id()
    {
        var key = ApiKey.Create(Make.WorkspaceId, Make.Id<ApiKeyId>(), "CI", ApiKeyScopes.Of(ApiKeyScope.Read), ApiKeySecret.New(), Make.Id<UserId>());

        Finds(ApiKeySpec.ById(key.Id), key).Should().BeTrue();
        Finds(ApiKeySpec.ById(Make.Id<ApiKeyId>()), key).Should().BeFalse();
    }

    private static bool Finds(ApiKeySpec spec, ApiKey key) => spec.IsSatisfiedBy(key);
}
