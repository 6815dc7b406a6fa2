/** Playbooks: what a group of people does together, step by step. */
@NullMarked
package io.casemate.core.knowledge.playbook;

import org.jspecify.annotations.NullMarked;
