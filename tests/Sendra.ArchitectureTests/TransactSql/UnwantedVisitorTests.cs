namespace Sendra.ArchitectureTests.TransactSql;

internal sealed class UnwantedVisitorTests
{
    [TestCase("SELECT FROM WHERE")]
    [TestCase("MERGE t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);")]
    [TestCase("CREATE DATABASE d")]
    [TestCase("ALTER DATABASE d SET READ_COMMITTED_SNAPSHOT ON")]
    [TestCase("ALTER DATABASE CURRENT COLLATE Latin1_General_100_BIN2")]
    [TestCase("DROP DATABASE d")]
    [TestCase("SELECT 1 FROM OPENJSON(@p)")]
    [TestCase("SELECT 1 FROM t WITH (UPDLOCK, HOLDLOCK)")]
    [TestCase("SELECT 1 FROM t WITH (SERIALIZABLE)")]
    [TestCase("UPDATE t WITH (HOLDLOCK) SET a = 1")]
    [TestCase("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")]
    [TestCase("CREATE TABLE t (a json NULL)")]
    [TestCase("IF 1 = 1 BEGIN ALTER TABLE t ADD a JSON NULL END")]
    [TestCase("SELECT CAST(@p AS json)")]
    public void Finds_what_is_unwanted(string text) => TSql.ProblemsOf(text).Should().ContainSingle();

    [TestCase("SELECT 1 FROM t WITH (UPDLOCK, ROWLOCK)")]
    [TestCase("UPDATE TOP (10) t SET a = 1 OUTPUT inserted.id WHERE b = @p")]
    [TestCase("EXEC sp_getapplock @Resource = N'x', @LockMode = N'Exclusive'")]
    public void Takes_what_is_fine(string text) => TSql.ProblemsOf(text).Should().BeEmpty();

    [Test]
    public void Counts_each_parameter_once() => TSql.ParametersOf("SELECT @a, @b FROM t WHERE x = @a").Should().Be(2);
}
