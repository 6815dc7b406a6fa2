package io.casemate.scan.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    /** Checks the whole content as a template inside of another format. */
    private static final FormatScanner CHECK = new FormatScanner() {
        @Override
        public String id() {
            return "check";
        }

        @Override
        public Recognition recognises(Content content) {
            return Recognition.CERTAIN;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            TemplateCheck.check(content.text(0, (int) content.size()), 7, inspection);
        }
    };

    private static Trial check(String template) {
        return Trial.of(CHECK, template.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(HonestTemplate.class)
    void an_honest_template_is_silent(HonestTemplate honest) {
        Trial trial = check(honest.template);

        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ ''['__cl' ~ 'ass__'] }}",
                "{{ messages|attr('__cl'~'ass__') }}",
                "{{ messages|attr(name) }}",
                "{% set a = '__glo' %}{% set b = 'bals__' %}{{ lipsum[a + b].os.popen('id').read() }}",
                "{{ cycler.__init__.__globals__.os.popen('id') }}",
                "{{ self.__init__ }}",
                "{{ error.tb_frame }}",
                "{{ error['tb_next'] }}",
                "{{ x|attr('f_back') }}",
                "{{ x.gi_code }}",
                "{{ importlib.util }}",
                "{{ builtins.x }}",
                "{{ sys.x }}",
                "{{ subprocess.x }}",
                "{{ lipsum['\\x5f\\x5fglobals\\x5f\\x5f'] }}",
                "{{ x|attr('\\u005f\\u005fclass\\u005f\\u005f') }}",
                "{{ x|attr(['__','class','__']|join) }}",
                "{{ x|attr(dict(__cla=1, ss__=2)|join) }}",
                "{{ messages|map(attribute='__class__')|list }}",
                "{{ '{0.__class__.__init__}'.format(x) }}",
                "{{ x[('__ssalc__')[::-1]] }}",
                "{{ x|attr('%sclass%s'|format('__','__')) }}",
                "{{ (lipsum|string|list)[18] }}",
                "{{ (()|select|string|list)[24] }}",
                "{{ os.popen('id').read() }}",
                "{{ request.application }}",
                "{{ eval('1') }}",
                "{% for x in ().__class__.__base__.__subclasses__() %}{% if 'warning' in x.__name__ %}{{ x()._module.__builtins__['__import__']('os') }}{% endif %}{% endfor %}",
                "{% if x.__class__ %}{% endif %}",
                "{% macro m(a=''.__class__) %}{% endmacro %}",
                "{% call(x) f(''.__class__) %}{% endcall %}",
                "{% set x %}{{ a.__globals__ }}{% endset %}",
                "{% for key in [''.__class__] if key.f_globals %}{% endfor %}"
            })
    void a_template_that_reaches_python_is_told(String template) {
        assertThat(check(template).rules())
                .as(template)
                .contains("template/injection")
                .doesNotContain("template/unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for x in range(10**9) %}{% endfor %}",
                "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}",
                "{{ 'a' * 1000000000 }}",
                "{{ range(999999999)|list }}",
                "{{ 9 ** 9999999 }}",
                "{{ 'a'|center(1000000000) }}"
            })
    void a_template_without_bounds_is_told(String template) {
        assertThat(check(template).rules()).containsExactly("template/unbounded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '/etc/passwd' %}",
                "{% import 'x' as y %}",
                "{% from 'x' import y with context %}",
                "{% extends 'base' %}"
            })
    void a_template_that_reads_other_files_is_told(String template) {
        assertThat(check(template).rules()).containsExactly("template/include");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{% if x %}", "{{ a b }}", "{{ ", "{% endfor %}", "{% frobnicate %}", "{{ 'a }}", "{{ ) }}"})
    void a_broken_template_is_told(String template) {
        assertThat(check(template).rules()).containsExactly("template/unreadable");
    }

    @Test
    void depth_is_bounded() {
        assertThat(check("{{ " + "(".repeat(100_000)).rules()).containsExactly("template/unreadable");
        assertThat(check("{{ " + "-".repeat(100_000) + "1 }}").rules()).containsExactly("template/unreadable");
        assertThat(check("{{ a" + ".b".repeat(100_000) + " }}").findings).isEmpty();
        assertThat(check("{{ 'a'" + " ~ 'a'".repeat(50_000) + " }}").findings).isEmpty();
    }

    @Test
    void every_prefix_ends() {
        for (HonestTemplate honest : HonestTemplate.values()) {
            for (int n = 0; n < honest.template.length(); n += 7) {
                check(honest.template.substring(0, n));
            }
        }
    }
}
