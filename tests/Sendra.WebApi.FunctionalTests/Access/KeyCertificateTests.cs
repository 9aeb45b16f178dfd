using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sendra.Infrastructure;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Data-protection keys can be encrypted by a certificate of the operator's, so that a copy of the database opens nothing.</summary>
public sealed class KeyCertificateTests(string provider) : FunctionalTest(provider)
{
    private const string Setting = "DataProtection:Certificates";

    private readonly string _folder = Directory.CreateTempSubdirectory("sendra-tests-").FullName;
    private readonly Dictionary<long, string> _keys = [];

    [SetUp]
    public async Task KeepAsync()
    {
        await Source.CreateAsync(await App.RegisterAsync());
        for (var id = await NumberAsync("MIN(id)"); id <= await NumberAsync("MAX(id)"); id++)
        {
            if (await App.Database.ScalarAsync($"SELECT xml FROM data_protection_keys WHERE id = {id}") is string xml)
            {
                _keys[id] = xml;
            }
        }
    }

    // Other tests' nodes have no certificate.
    [TearDown]
    public async Task RestoreAsync()
    {
        await App.Database.ScalarAsync($"DELETE FROM data_protection_keys WHERE id NOT IN ({string.Join(", ", _keys.Keys)})");
        foreach (var (id, xml) in _keys)
        {
            await App.Database.ScalarAsync($"UPDATE data_protection_keys SET xml = '{xml.Replace("'", "''", StringComparison.Ordinal)}' WHERE id = {id}");
        }
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task S1_keys_that_were_stored_before_are_encrypted_at_the_start_and_go_over_to_a_new_certificate()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        (await ReadableKeysAsync()).Should().Be(_keys.Count, "there is something to encrypt");
        var (old, replacement) = (Pem("old"), Pfx("new"));

        await using (var node = await App.StartNodeAsync(new() { [Setting] = old }))
        {
            (await UrlAsync(node.As(ada))).Should().Be(source.Token);
            (await ReadableKeysAsync()).Should().Be(0);
        }

        await using (var node = await App.StartNodeAsync([]))
        {
            (await node.Services.PrepareDatabaseAsync(CancellationToken.None)).Should().Contain("DataProtection__Certificates", "it could read no key, and would make one of its own");
        }

        await using (var node = await App.StartNodeAsync(new() { [Setting] = $"{replacement}, {old}" }))
        {
            (await UrlAsync(node.As(ada))).Should().Be(source.Token);
        }

        await using (var node = await App.StartNodeAsync(new() { [Setting] = replacement }))
        {
            (await UrlAsync(node.As(ada))).Should().Be(source.Token);
        }
    }

    [Test]
    public async Task S1_a_new_key_is_encrypted_when_it_is_made()
    {
        var certificate = Pem("only");
        await App.Database.ScalarAsync("UPDATE data_protection_keys SET xml = '<gone/>'");

        await using var node = await App.StartNodeAsync(new() { [Setting] = certificate });
        await Source.CreateAsync(node.As(await App.RegisterAsync()));

        (await App.Database.CountAsync("data_protection_keys", "xml LIKE '%encryptedSecret%'")).Should().Be(1);
        (await ReadableKeysAsync()).Should().Be(0);
    }

    [Test]
    public async Task S1_a_file_that_is_no_certificate_with_an_rsa_key_ends_the_start()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=curve", curve, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
        var path = Path.Combine(_folder, "curve.pem");
        await File.WriteAllTextAsync(path, $"{certificate.ExportCertificatePem()}\n{curve.ExportPkcs8PrivateKeyPem()}");

        foreach (var file in (string[])["/nowhere.pem", TestAuthority.PemFile, path])
        {
            (await FluentActions.Awaiting(() => App.StartNodeAsync(new() { [Setting] = file })).Should().ThrowAsync<InvalidOperationException>())
                .Which.Message.Should().Contain("DataProtection__Certificates").And.Contain(file);
        }
    }

    private static async Task<string> UrlAsync(TestClient client) =>
        (await client.ItemsAsync("/api/event-sources")).Single().Text("url").Split('/')[^1];

    private Task<long> ReadableKeysAsync() => App.Database.CountAsync("data_protection_keys", "xml LIKE '%<value>%'");

    private async Task<long> NumberAsync(string what) =>
        Convert.ToInt64(await App.Database.ScalarAsync($"SELECT {what} FROM data_protection_keys"), System.Globalization.CultureInfo.InvariantCulture);

    private string Pem(string name) => Make(name, ".pem", (certificate, key) => System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}"));

    private string Pfx(string name) => Make(name, ".pfx", (certificate, _) => certificate.Export(X509ContentType.Pkcs12));

    private string Make(string name, string ending, Func<X509Certificate2, RSA, byte[]> write)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
        var path = Path.Combine(_folder, $"{name}{ending}");
        File.WriteAllBytes(path, write(certificate, key));
        return path;
    }
}
