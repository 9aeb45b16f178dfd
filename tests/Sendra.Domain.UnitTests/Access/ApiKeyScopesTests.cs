using Sendra.Domain.Access;

namespace Sendra.Domain.UnitTests.Access;

public sealed class ApiKeyScopesTests
{
    [TestCase(ApiKeyScope.SendEvents, new[] { ApiKeyScope.SendEvents })]
    [TestCase(ApiKeyScope.Read, new[] { ApiKeyScope.Read })]
    [TestCase(ApiKeyScope.Manage, new[] { ApiKeyScope.Read, ApiKeyScope.Manage })]
    public void W3_a_scope_allows_itself_and_managing_allows_reading(ApiKeyScope given, ApiKeyScope[] allowed)
    {
        var scopes = ApiKeyScopes.Of(given);

        Enum.GetValues<ApiKeyScope>().Where(scopes.Allow).Should().BeEquivalentTo(allowed);
        scopes.Given.Should().Equal(given);
    }

    [Test]
    public void W3_scopes_are_a_set() =>
        ApiKeyScopes.Of(ApiKeyScope.Manage, ApiKeyScope.SendEvents, ApiKeyScope.Manage).Given.Should().Equal(ApiKeyScope.SendEvents, ApiKeyScope.Manage);
}
